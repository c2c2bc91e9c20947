/** A bug of ours, thrown. Caught once in `run-turn` and once in `http`; carries a code and ids, never text. */
export class Fault extends Error {
  readonly code: string;
  constructor(code: string, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Fault';
    this.code = code;
  }
}

/** For the `default` of a switch that handles every case: does not compile when one is missing. */
export function never(value: never): never {
  throw new Fault('unhandled-case', typeof value);
}
