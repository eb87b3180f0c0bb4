// A text that must have a form is told which one, and not that of an id.
import { expect, test } from 'vitest';
import { problemsAfter, type Spoilt } from './tinyShelf.ts';

const complaints = (spoil: (scenario: Spoilt) => void) =>
  problemsAfter(spoil).map(({ path, found, expected }) => `${path}: ${found}, not ${expected}`);

test('a rule about names, the domain of a service and an id each have their own', () => {
  const words = complaints((scenario) => {
    scenario.id = 'Tiny days';
    scenario.world.services[0].domains = [{ name: 'Courier', share: 1 }];
    const rules = [
      { match: 'suffix', text: 'courier.example' },
      { match: 'substring', text: '*t.co*' },
    ];
    scenario.stacks[0].strategies = [{ id: 'n', technique: 'nameFilter', parameters: { rules } }];
  });
  expect(words.sort()).toEqual([
    'id: "Tiny days", not an id in small letters, digits and single hyphens, at most 80, such as amazon-ec2',
    'stacks[0].strategies[0].parameters.rules[1].text: "*t.co*", not a name or part of one: letters, digits, dots, hyphens, other scripts as xn--, at most 253',
    'world.services[0].domains[0].name: "Courier", not a domain name in lower case, such as cdn.example.com',
  ]);
});

test('a rule that would match every name is refused with its place', () => {
  const words = complaints((scenario) => {
    const rules = [{ match: 'substring', text: '' }];
    scenario.stacks[0].strategies = [{ id: 'n', technique: 'nameFilter', parameters: { rules } }];
  });
  expect(words).toEqual([
    'stacks[0].strategies[0].parameters.rules[0].text: "", not at least one character: an empty text is part of every name',
  ]);
});
