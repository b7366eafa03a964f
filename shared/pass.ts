/** After the # of an address: the browser shell's pass for its page, which no server is sent. */
export const passMark = 'pass=';

/** The protocol of the contract's socket (RFC 6455, 11.3.4); the pass is offered beside it. */
export const contractProtocol = 'porchlight';
