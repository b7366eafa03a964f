interface PersonNameProps {
  name: string;
  /** What to call somebody whose name is not known. */
  fallback?: string;
}

/** A name in any script, kept from turning round the words beside it. */
export function PersonName({ name, fallback = 'Someone without a name' }: PersonNameProps) {
  return <bdi>{name.trim() || fallback}</bdi>;
}
