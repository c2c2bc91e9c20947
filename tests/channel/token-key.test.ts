import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { tokenKey } from '../../bot/channel/direct-line/token-key.ts';
import { Tokens } from '../../bot/channel/direct-line/tokens.ts';
import { TestClock } from './service.ts';

describe('the key of the tokens', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'key-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fresh = (fill: number) => (bytes: number) => new Uint8Array(bytes).fill(fill);

  it('is made once, for this user alone, and stays: an open page survives a restart', async () => {
    const inside = join(folder, 'data');
    const first = tokenKey(inside, fresh(1));
    const second = tokenKey(inside, fresh(2));
    expect([...second]).to.deep.equal([...first]);
    expect(statSync(join(inside, 'token.key')).mode & 0o777).to.equal(0o600);
    const clock = new TestClock();
    const { token } = new Tokens(first, clock).issue({ conversation: 'c', user: 'dl_c' });
    const check = new Tokens(second, clock).check(token);
    expect(check).to.deep.include({ kind: 'valid', claims: { conversation: 'c', user: 'dl_c' } });
  });

  it('is made anew when what is there is no key', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'token.key'), 'half');
    chmodSync(join(folder, 'token.key'), 0o644);
    const key = tokenKey(folder, fresh(3));
    expect(Buffer.from(readFileSync(join(folder, 'token.key'), 'utf8'), 'base64url')).to.deep.equal(
      Buffer.from(key),
    );
    expect(statSync(join(folder, 'token.key')).mode & 0o777).to.equal(0o600);
  });

  it('is another one elsewhere: its tokens are no good here', async () => {
    const clock = new TestClock();
    const { token } = new Tokens(fresh(1)(32), clock).issue({ conversation: 'c', user: 'dl_c' });
    expect(new Tokens(fresh(2)(32), clock).check(token)).to.deep.include({ kind: 'bad' });
  });

  it('tells whose token has expired, and never takes the address of a stream for one, however old', () => {
    const clock = new TestClock();
    const tokens = new Tokens(fresh(1)(32), clock);
    const claims = { conversation: 'c', user: 'dl_c' };
    const { token } = tokens.issue(claims);
    const stream = tokens.issueForStream(claims);
    expect(tokens.checkForStream(stream)).to.deep.include({ kind: 'valid', claims });
    expect(tokens.check(stream)).to.deep.include({ kind: 'bad' });
    clock.time += 31 * 60_000;
    expect(tokens.check(token)).to.deep.include({ kind: 'expired', claims });
    expect(tokens.checkForStream(stream)).to.deep.include({ kind: 'expired', claims });
    expect(tokens.check(stream)).to.deep.include({ kind: 'bad' });
    expect(tokens.checkForStream(token)).to.deep.include({ kind: 'bad' });
  });
});
