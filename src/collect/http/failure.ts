import type { FailureCode } from './result.ts';

/** Why a request failed, before it is known when and for which URL. */
export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

const BY_CODE: Record<string, FailureCode> = {
  BLOCKED_ADDRESS: 'blocked-address',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  UND_ERR_SOCKET: 'unreachable',
  UND_ERR_HEADERS_OVERFLOW: 'bad-response',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  Z_BUF_ERROR: 'truncated',
  Z_DATA_ERROR: 'bad-encoding',
};

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;

/** Names what an error of the network, TLS, HTTP parser or decoder means; unknown ones are `unreachable`. */
export function failureCode(error: unknown): FailureCode {
  if (error instanceof Failure) return error.code;
  const code = codeOf(error);
  if (TLS.test(code)) return 'tls';
  if (code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR_PADDING'))
    return 'bad-encoding';
  const unknown = error instanceof Error && error.name === 'HTTPParserError' ? 'bad-response' : 'unreachable';
  return BY_CODE[code] ?? unknown;
}

/** The same for an error while a body was read: a lost connection or broken chunk means that its end is missing. */
export function bodyFailureCode(error: unknown): FailureCode {
  const code = failureCode(error);
  return code === 'unreachable' || code === 'bad-response' ? 'truncated' : code;
}

/** A sentence for the operator: the host, what happened, what can be done about it. */
export function failureMessage(code: FailureCode, host: string, detail: string): string {
  return ADVICE[code](host, detail);
}

const ADVICE: Record<FailureCode, (host: string, detail: string) => string> = {
  'bad-url': (host, detail) => `${host}: ${detail}; correct the URL in the source`,
  'blocked-address': (_, detail) => detail,
  dns: (host) => `${host} has no address in DNS; check the host's spelling and this machine's DNS`,
  refused: (host) => `${host} refused the connection; the server is down or the port is wrong`,
  unreachable: (host, detail) => `${host} could not be reached (${detail}); it is tried again later`,
  tls: (host, detail) => `${host} offered no valid TLS connection (${detail}); its certificate needs repair`,
  timeout: (host, detail) => `${host} did not answer in time (${detail}); it is tried again later`,
  aborted: (host) => `the request to ${host} was cancelled here`,
  'too-large': (host, detail) => `${host} sent more than ${detail}; raise maxBytes if this is expected`,
  truncated: (host) => `${host} broke off before the end of the document; it is tried again later`,
  'bad-encoding': (host, detail) =>
    `${host} sent a body that does not decode (${detail}); its server needs repair`,
  'bad-response': (host, detail) =>
    `${host} did not answer in valid HTTP (${detail}); its server needs repair`,
  'bad-redirect': (host, detail) => `${host} redirects ${detail}; look up the new address in a browser`,
  'redirect-loop': (host, detail) => `${host} redirects ${detail}; look up the new address in a browser`,
  http: (host, detail) => `${host} answered ${detail}`,
};

/** What the status means for someone who polls, with the remedy where there is one. */
export function statusMessage(status: number): string {
  const meaning: Record<number, string> = {
    401: 'and wants a login; put user and password in the URL or drop the feed',
    402: 'and wants payment; drop the feed or take a licence',
    403: 'and refuses this bot; ask the publisher or drop the feed',
    404: 'not found; look for the new address with `standoff sources add <page>`',
    410: 'gone for good; remove the feed',
    429: 'too many requests; it is asked less often from now on',
    451: 'not available for legal reasons; drop the feed',
  };
  const server = status >= 500 ? 'a server error; it is tried again later' : 'which is no document';
  return `${status}, ${meaning[status] ?? server}`;
}

/** The error's own code, or its cause's; for several attempted addresses, the first one's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.cause instanceof Error && (code === '' || code === 'UND_ERR_SOCKET')
    ? codeOf(error.cause) || code
    : code;
}
