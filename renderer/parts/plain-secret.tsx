import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../app/client.ts';

/** A warning where a secret is entered that this shell cannot give to the machine's keychain. */
export function PlainSecret() {
  const about = useQuery(api.house.about.queryOptions());
  if (about.data?.shell !== 'browser') return null;
  return (
    <Text size="sm" c="dimmed">
      In the browser, Porchlight has no keychain: this is kept readable in a file of its own folder,
      which only your account on this machine may open. Whoever uses your account can read it, and
      so can a copy of that folder.
    </Text>
  );
}
