import { expect } from 'chai';
import { twice } from '../../bot/web/chat/leave.ts';

describe('Escape pressed twice', () => {
  it('leaves when the second press comes within a second', () => {
    let left = 0;
    const press = twice(() => (left += 1));
    expect([press(1000), press(1900)]).to.deep.equal([false, true]);
    expect(left).to.equal(1);
  });

  it('does not leave when someone takes their time, and counts anew after leaving', () => {
    let left = 0;
    const press = twice(() => (left += 1));
    expect([press(1000), press(2500), press(3000), press(3100)]).to.deep.equal([false, false, true, false]);
    expect(left).to.equal(1);
  });
});
