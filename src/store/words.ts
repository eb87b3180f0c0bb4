// The words of the scenario floor, for those who still ask for them here.
export * from '../scenario/words.ts';
