import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadUnderstanding } from '../../bot/understanding/load.ts';
import type { Model } from '../../bot/understanding/model.ts';
import { understand } from '../../bot/understanding/understand.ts';

describe('what was learnt about wishes', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'wishes-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  async function learnt(): Promise<Model> {
    const loaded = await loadUnderstanding('resources/understanding', folder);
    if (!('ok' in loaded)) throw new Error('the examples do not load');
    return loaded.ok;
  }

  it('is kept for the next start, and learnt again when what was kept is damaged', async () => {
    const text = 'could someone drive me to chemo';
    const first = understand(await learnt(), text);
    const [name] = await readdir(folder);
    const file = join(folder, String(name));
    const whole = await readFile(file);
    expect(understand(await learnt(), text)).to.deep.equal(first);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 9) ^ 255, damaged.length - 9);
    await writeFile(file, damaged);
    expect(understand(await learnt(), text)).to.deep.equal(first);
    expect(await readFile(file)).to.deep.equal(whole);
  });
});
