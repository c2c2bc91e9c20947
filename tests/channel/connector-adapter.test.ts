import { expect } from 'chai';
import { ConnectorAdapter } from '../../bot/channel/connector-adapter.ts';
import { Fault } from '../../bot/domain/fault.ts';

describe('the adapter of channels that are called', () => {
  it('refuses middleware, which it would never call', () => {
    const adapter = new ConnectorAdapter(undefined, () => undefined);
    expect(() => adapter.use(async () => undefined)).to.throw(Fault, 'no middleware runs here');
  });
});
