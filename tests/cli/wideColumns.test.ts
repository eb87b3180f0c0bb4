// Tables that are wider than a line.
import { expect, test } from 'vitest';
import { wideColumns } from '../../src/cli/wideColumns.ts';

const right = [false, true, true, true, true];

test('what fits stands in one block, as wide as its widest cells and two blanks between', () => {
  const rows = [
    ['', 'a', 'b', 'c', 'd'],
    ['first', '1', '22', '3', '4'],
  ];
  // 5 + (2 + 1) + (2 + 2) + (2 + 1) + (2 + 1) = 18 characters
  const lines = ['       a   b  c  d', 'first  1  22  3  4'];
  expect(wideColumns(rows, right, { width: 18, together: 2 })).toEqual(lines);
});

test('one character less, and the last two columns go below with the labels again', () => {
  const rows = [
    ['', 'a', 'b', 'c', 'd'],
    ['first', '1', '22', '3', '4'],
  ];
  expect(wideColumns(rows, right, { width: 17, together: 2 })).toEqual([
    '       a   b',
    'first  1  22',
    '',
    '       c  d',
    'first  3  4',
  ]);
});

test('a column that alone is wider than a line has a block of its own', () => {
  const rows = [
    ['', 'a', 'b'],
    ['x', '123456789', '1'],
  ];
  expect(wideColumns(rows, [false, true, true], { width: 5, together: 1 })).toEqual([
    '           a',
    'x  123456789',
    '',
    '   b',
    'x  1',
  ]);
});

test('several columns of labels are repeated; long titles stand on several lines, where they are needed', () => {
  const rows = [
    ['', '', 'Others lost per target session stopped', 'Hit'],
    ['hunt', 'rate = 2', '5.28', '81'],
  ];
  const about = { width: 36, labels: 2, together: 1 };
  // Lines of at most 20 characters: “Others lost per”, “target session”, “stopped”.
  expect(wideColumns(rows, [false, false, true, true], about)).toEqual([
    '                Others lost per',
    '                 target session',
    '                        stopped  Hit',
    'hunt  rate = 2             5.28   81',
  ]);
  expect(wideColumns(rows, [false, false, true, true], { ...about, width: 35 }).slice(-3)).toEqual([
    '',
    '                Hit',
    'hunt  rate = 2   81',
  ]);
});
