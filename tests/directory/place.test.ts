import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Country } from '../../bot/domain/locale.ts';
import { directory } from './loaded.ts';

const read = (text: string, country: Country = 'US'): string => {
  const answer = directory.readPlace(text, country);
  if (answer.kind === 'place') return answer.place.state;
  return answer.kind === 'several' ? answer.places.map((place) => place.state).join(' ') : answer.kind;
};

/** First three digits that have no rows in the source data and are not added by hand. */
const MISSING =
  '000 001 002 003 004 099 213 269 343 345 348 353 419 428 429 517 518 519 529 533 536 552 568 578 579 589 621 632 642 643 ' +
  '659 663 682 694 695 696 697 698 699 702 709 715 732 742 771 817 818 819 839 848 849 854 858 861 862 866 867 868 869 872 ' +
  '886 887 888 892 896 899 909 929 987';

describe('where someone lives, in the US', () => {
  const cases: [string, string][] = [
    ['10001', 'NY'],
    [' 10001 ', 'NY'],
    ['ZIP 10001', 'NY'],
    ['10001-1234', 'NY'],
    ['10001 1234', 'NY'],
    ['100011234', 'NY'],
    ['100 01', 'NY'],
    ['59801', 'MT'],
    ['598', 'MT'],
    ['my zip code is 598', 'MT'],
    ['código postal 598', 'MT'],
    ['Mi código postal es el 33101', 'FL'],
    ['59801 Missoula', 'MT'],
    ['123 Main St, Boston MA 02134', 'MA'],
    ['00601', 'PR'],
    ['00901', 'PR'],
    ['007', 'PR'],
    ['009', 'PR'],
    ['00801', 'VI'],
    ['96799', 'AS'],
    ['96701', 'HI'],
    ['967', 'HI'],
    ['968', 'HI'],
    ['96860', 'HI'],
    ['96910', 'GU'],
    ['96932', 'GU'],
    ['96940', 'PW'],
    ['96943', 'FM'],
    ['96950', 'MP'],
    ['96960', 'MH'],
    ['96970', 'MH'],
    ['969', 'GU MP PW FM MH'],
    ['09001', 'AE'],
    ['090', 'AE'],
    ['098', 'AE'],
    ['340', 'AA'],
    ['34001', 'AA'],
    ['96201', 'AP'],
    ['966', 'AP'],
    ['20500', 'DC'],
    ['063', 'CT'],
    ['06390', 'NY'],
    ['205', 'DC'],
    ['20588', 'MD'],
    ['20598', 'VA'],
    ['726', 'AR'],
    ['72643', 'AR MO'],
    ['739', 'OK'],
    ['73960', 'TX'],
    ['834', 'ID'],
    ['83414', 'WY'],
    ['00000', 'unknown-code'],
    ['99999', 'AK'],
    ['1001', 'not-a-place'],
    ['2000', 'not-a-place'],
    ['12', 'not-a-place'],
    ['555 010 0199', 'not-a-place'],
    ['Montana', 'MT'],
    ['mt', 'MT'],
    ['M.T.', 'MT'],
    ['missoula, mt', 'MT'],
    ['Missoula MT', 'MT'],
    ['Missoula, Montana', 'MT'],
    ['I live in Montana now', 'MT'],
    ["I'm 45 and live in Ohio", 'OH'],
    ['Nueva York', 'NY'],
    ['NUEVO MÉXICO', 'NM'],
    ['nuevo mejico', 'NM'],
    ['vivo en Carolina del Norte', 'NC'],
    ['Hawaiʻi', 'HI'],
    ['Puerto Rico', 'PR'],
    ['Islas Vírgenes', 'VI'],
    ['West Virginia', 'WV'],
    ['Washington', 'WA'],
    ['Washington, DC', 'DC'],
    ['Washington, D.C.', 'DC'],
    ['Kansas City', 'KS MO'],
    ['Kansas City, MO', 'MO'],
    ['Indiana, PA', 'PA'],
    ['Texas or Montana', 'TX MT'],
    ['n.j.', 'NJ'],
    ['hi', 'not-a-place'],
    ['ok', 'not-a-place'],
    ['I am OK', 'not-a-place'],
    ['TELL ME', 'not-a-place'],
    ['help me', 'not-a-place'],
    ['no', 'not-a-place'],
    ['', 'not-a-place'],
    ['🙂', 'not-a-place'],
    ['New South Wales', 'not-a-place'],
  ];
  for (const [text, expected] of cases) {
    it(`"${text}" is read as ${expected}`, () => {
      expect(read(text)).to.equal(expected);
    });
  }

  it('a code that is missing from the table is unknown, never wrong', () => {
    for (const prefix of MISSING.split(' ')) {
      expect(read(prefix), prefix).to.equal('unknown-code');
      expect(read(`${prefix}01`), prefix).to.equal('unknown-code');
    }
  });

  it('every other beginning of a ZIP code is read', () => {
    const missing = new Set(MISSING.split(' '));
    const all = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));
    const known = all.filter((prefix) => !missing.has(prefix));
    expect(known.filter((prefix) => ['unknown-code', 'not-a-place'].includes(read(prefix)))).to.deep.equal(
      [],
    );
    expect(known.length).to.equal(931);
  });

  it('every state is read by its code, in capitals, as a button sends it, and by its name', () => {
    for (const [region, name] of stateNames('US')) {
      expect(read(region), region).to.equal(region);
      if (!['HI', 'OK'].includes(region)) expect(read(region.toLowerCase()), region).to.equal(region);
      expect(read(name), name).to.equal(region);
      expect(read(`Springfield, ${region}`), region).to.equal(region);
    }
  });
});

describe('where someone lives, elsewhere', () => {
  const cases: [Country, string, string][] = [
    ['AU', '2000', 'NSW'],
    ['AU', '0200', 'ACT'],
    ['AU', '2600', 'ACT'],
    ['AU', '2619', 'NSW'],
    ['AU', '2900', 'ACT'],
    ['AU', '0800', 'NT'],
    ['AU', '0872', 'NT SA WA'],
    ['AU', '2540', 'NSW ACT'],
    ['AU', '2611', 'ACT NSW'],
    ['AU', '2620', 'NSW ACT'],
    ['AU', '3585', 'VIC NSW'],
    ['AU', '4825', 'QLD NT'],
    ['AU', '6798', 'WA'],
    ['AU', '7151', 'TAS'],
    ['AU', '2899', 'NSW'],
    ['AU', '8001', 'VIC'],
    ['AU', '9999', 'QLD'],
    ['AU', '0300', 'unknown-code'],
    ['AU', '800', 'not-a-place'],
    ['AU', 'vic', 'VIC'],
    ['AU', 'Dubbo, NSW', 'NSW'],
    ['AU', 'Nueva Gales del Sur', 'NSW'],
    ['AU', 'Western Australia', 'WA'],
    ['UK', 'EH1 1AA', 'SCT'],
    ['UK', 'sw1a1aa', 'ENG'],
    ['UK', 'BT1', 'NIR'],
    ['UK', 'CF10', 'WLS'],
    ['UK', 'CH1 2AB', 'ENG WLS'],
    ['UK', 'Escocia', 'SCT'],
    ['UK', 'N. Ireland', 'NIR'],
    ['CA', 'K1A 0B1', 'ON'],
    ['CA', 'v5k', 'BC'],
    ['CA', 'X0A 0H0', 'NT NU'],
    ['CA', 'Québec', 'QC'],
    ['CA', 'Columbia Británica', 'BC'],
    ['NZ', '6011', 'unknown-code'],
    ['NZ', 'Auckland', 'AUK'],
    ['NZ', "Hawke's Bay", 'HKB'],
    ['NZ', 'manawatu', 'MWT'],
  ];
  for (const [country, text, expected] of cases) {
    it(`${country}: "${text}" is read as ${expected}`, () => {
      expect(read(text, country)).to.equal(expected);
    });
  }
});

describe('what is kept of where someone lives', () => {
  it('is the state, and of a ZIP code the first three digits', () => {
    expect(directory.readPlace('59801-4321', 'US')).to.deep.equal({
      kind: 'place',
      place: { country: 'US', state: 'MT', zip3: '598', label: 'Montana' },
    });
    expect(directory.readPlace('2000', 'AU')).to.deep.equal({
      kind: 'place',
      place: { country: 'AU', state: 'NSW', label: 'New South Wales' },
    });
  });

  it('is never what was typed, whatever that is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.stringMatching(/^[0-9]{5}(-[0-9]{4})?$/)),
        fc.constantFrom<Country>('US', 'AU', 'UK', 'CA', 'NZ'),
        (text, country) => {
          const answer = directory.readPlace(text, country);
          const places =
            answer.kind === 'place' ? [answer.place] : answer.kind === 'several' ? answer.places : [];
          for (const place of places) {
            expect(Object.keys(place).sort().join()).to.match(/^country,label,state(,zip3)?$/);
            expect(place.zip3 ?? '000').to.match(/^\d{3}$/);
          }
          expect(JSON.stringify(answer)).not.to.match(/\d{4}/);
        },
      ),
    );
  });
});

function stateNames(country: Country): [string, string][] {
  const codes =
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC ' +
    'SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP PW FM MH AE AA AP';
  return codes.split(' ').flatMap((code) => {
    const answer = directory.readPlace(code, country);
    return answer.kind === 'place'
      ? [[code, answer.place.label] as [string, string]]
      : [[code, ''] as [string, string]];
  });
}
