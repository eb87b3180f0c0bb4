// The small generator of seedrandom has no types of its own; this is all that is used of it.
declare module 'seedrandom/lib/alea.js' {
  function alea(seed: string): () => number;
  export = alea;
}
