// Which known name was meant by a misspelt one.

const longestCompared = 80;

/**
 * The known name with the fewest edits (insert, delete, change, swap of neighbours; case is free),
 * if a third of the letters or fewer need one; the first of several. Else the first that begins with
 * what was found. Undefined when none is near.
 */
export function nearestName(found: string, known: Iterable<string>): string | undefined {
  const sought = found.slice(0, longestCompared).toLowerCase();
  let nearest: string | undefined;
  let fewest = Math.max(1, Math.floor(sought.length / 3)) + 1;
  for (const name of known) {
    const other = name.slice(0, longestCompared).toLowerCase();
    if (Math.abs(other.length - sought.length) >= fewest) continue;
    const edits = countEdits(sought, other);
    if (edits < fewest) {
      fewest = edits;
      nearest = name;
    }
  }
  if (nearest !== undefined || sought.length < 3) return nearest;
  for (const name of known) if (name.toLowerCase().startsWith(sought)) return name;
  return undefined;
}

/** The optimal string alignment distance. */
function countEdits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
