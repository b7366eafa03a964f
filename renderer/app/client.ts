import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Client } from '../../shared/contract/contract.ts';
import { connection } from './connection.ts';
import { connectByPort } from './connection-port.ts';
import { connectBySocket, socketAddress } from './connection-socket.ts';
import { keptPass, takePass } from './pass.ts';

/** The contract as plain calls: `await client.people.get({ id })`. */
export const client: Client = createORPCClient(connection);

/** The contract as TanStack Query options: `useQuery(api.people.get.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

/** Opens the way to the core: a page that came over HTTP has the browser shell behind it. */
export function connect(): () => void {
  if (!location.protocol.startsWith('http')) return connectByPort(connection);
  takePass();
  return connectBySocket(connection, socketAddress(location), keptPass);
}
