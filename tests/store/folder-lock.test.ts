import { expect } from 'chai';
import { DataFolderLocked } from '../../bot/store/lowdb/folder-error.ts';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { folders } from './folder.ts';
import { Holder } from './process.ts';

async function refusal(folder: string): Promise<DataFolderLocked> {
  const error = await openLowdbStore({ folder }).catch((reason: unknown) => reason);
  if (!(error instanceof DataFolderLocked)) throw new Error('the folder was given twice');
  return error;
}

describe('data folder', () => {
  const folder = folders();

  it('is refused while another process has it, with its number and what to do, and free once that one is killed', async () => {
    const here = folder();
    const holder = new Holder(here);
    await holder.said(1);
    expect(holder.lines).to.deep.equal(['open']);
    const error = await refusal(here);
    expect(error).to.include({ folder: here, pid: holder.pid });
    expect(error.message).to.contain(here).and.to.contain(`${holder.pid}`).and.to.contain('DATA_DIR');
    await holder.kill();
    await (await openLowdbStore({ folder: here })).close();
  });

  it('is refused to a second store in the same process, and stays closed to others after that', async () => {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    expect((await refusal(here)).pid).to.equal(process.pid);
    const holder = new Holder(here);
    await holder.said(1);
    expect(holder.lines).to.deep.equal(['DataFolderLocked']);
    await holder.kill();
    await store.close();
    await (await openLowdbStore({ folder: here })).close();
  });

  it('is refused under another name too', async () => {
    const here = folder();
    const store = await openLowdbStore({ folder: here });
    await refusal(`${here}/../${here.split('/').at(-1)}/`);
    await store.close();
  });
});
