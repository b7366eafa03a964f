/** Why a request brought nothing. */
export type FailureKind =
  | 'offline'
  | 'dns'
  | 'unreachable'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'broken-off'
  | 'too-large'
  | 'redirects'
  | 'private'
  | 'address'
  | 'http'
  | 'cancelled';

const sentences: Record<Exclude<FailureKind, 'http'>, string> = {
  offline: 'There is no connection to the internet right now.',
  dns: 'There is no website with this name, or it cannot be found right now.',
  unreachable: 'The website cannot be reached right now.',
  refused: 'The website does not accept connections right now.',
  timeout: 'The website took too long to answer.',
  tls: 'The website’s certificate is not valid, so the connection would not be safe.',
  'broken-off': 'The connection broke off before everything had arrived.',
  'too-large': 'What the website sent is too large to be a feed.',
  redirects: 'The website sends us from one address to the next without end.',
  private: 'The website points to an address inside your own network, and we do not follow that.',
  address: 'This is not an address that can be gathered.',
  cancelled: 'Gathering was stopped.',
};

/** What a status means for a person who keeps the source (RFC 9110, section 15). */
export function failureSentence(kind: FailureKind, status: number | null = null): string {
  if (kind !== 'http') return sentences[kind];
  if (status === 401 || status === 407) return 'The website wants a password for this address.';
  if (status === 403) return 'The website does not let us in right now.';
  if (status === 404) return 'There is nothing at this address right now.';
  if (status === 410) return 'The website says that this address is gone for good.';
  if (status === 429) return 'The website asks us to come back later.';
  if ((status ?? 0) >= 500) return `The website has trouble of its own right now (${status}).`;
  return `The website answered with an error (${status}).`;
}

const byCode: Record<string, FailureKind> = {
  EAI_AGAIN: 'offline',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  ENONET: 'offline',
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

/**
 * What kind of failure an error of the network is. Without any network interface that leads out
 * (`online` false) a name that cannot be found says nothing about the website.
 */
export function failureOf(error: unknown, online: boolean): FailureKind {
  const codes = codesOf(error);
  for (const code of codes) {
    const kind = byCode[code];
    if (kind) {
      return !online && (kind === 'dns' || kind === 'unreachable') ? 'offline' : kind;
    }
    if (/CERT|TLS|SSL|^UNABLE_TO|SELF_SIGNED|HOSTNAME_MISMATCH/.test(code)) return 'tls';
  }
  return 'broken-off';
}

/** The codes of an error and of those it was caused by, outermost first. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; current instanceof Error && depth < 5; depth++) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(codesOf));
    current = current.cause;
  }
  return codes;
}
