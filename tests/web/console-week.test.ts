import { expect } from 'chai';
import { type Hours, hoursOf, isWholeDay, weekOf } from '../../bot/web/console/state/week.ts';

describe('the hours of a helpline on the console', () => {
  const hours: Hours[] = [
    { days: ['mon', 'tue'], from: '13:00', to: '17:00' },
    { days: ['mon', 'tue', 'sat'], from: '09:00', to: '12:00' },
  ];

  it('stand day by day, with a break at noon in its place', () => {
    const week = weekOf(hours);
    expect(week.mon).to.deep.equal([
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ]);
    expect(week.sat).to.have.length(1);
    expect(week.sun).to.deep.equal([]);
  });

  it('are day and night from midnight to midnight, and at no other hours', () => {
    expect(isWholeDay({ from: '00:00', to: '24:00' })).to.equal(true);
    expect(isWholeDay({ from: '00:00', to: '23:00' })).to.equal(false);
    expect(isWholeDay({ from: '08:00', to: '24:00' })).to.equal(false);
  });

  it('are kept without losing an afternoon when another day changes', () => {
    const kept = hoursOf({ ...weekOf(hours), sun: [{ from: '09:00', to: '12:00' }] });
    expect(kept).to.deep.equal([
      { days: ['mon', 'tue', 'sat', 'sun'], from: '09:00', to: '12:00' },
      { days: ['mon', 'tue'], from: '13:00', to: '17:00' },
    ]);
    expect(weekOf(kept).mon).to.have.length(2);
  });

  it('may be the same twice on one day while someone is typing, and neither is lost', () => {
    const span = { from: '09:00', to: '12:00' };
    const kept = hoursOf({ ...weekOf([]), wed: [span, span] });
    expect(weekOf(kept).wed).to.have.length(2);
  });
});
