import { expect } from 'chai';
import { LocalAdapter } from '../../bot/channel/direct-line/local-adapter.ts';
import { Fault } from '../../bot/domain/fault.ts';

describe('the adapter of our own endpoint', () => {
  it('refuses middleware, which it would never call', () => {
    const adapter = new LocalAdapter();
    expect(() => adapter.use(() => undefined)).to.throw(Fault, 'no middleware runs here');
  });
});
