// Loaded first by `npm run soak`: the long proofs are the tests of chance, repeated more often (see effort.ts).
process.env['SOAK'] = '1';
