// The one door of the model.
export { type Basis, type BasisKind, basisKind } from './basis.ts';
export { countermeasures } from './countermeasures/index.ts';
export { LANGUAGES, type Language, type LocalText, localTextSchema, textIn } from './localText.ts';
export { metrics, serviceMetrics } from './metrics/index.ts';
export { daysOfRows, type Metric, type MetricAbout } from './metrics/metric.ts';
export type { ServiceMetric } from './metrics/serviceMetric.ts';
export { DOWN_SHARE, HIT_SHARE, lostShare } from './metrics/tally.ts';
export { formatAddress, parseAddress } from './net/address.ts';
export { formatPrefix, type Prefix, parsePrefix, prefixAround } from './net/prefix.ts';
export type { PrefixSet } from './net/prefixSet.ts';
export { setOfPrefixes } from './net/prefixSet.ts';
export { intersection } from './net/setAlgebra.ts';
export {
  contains,
  countAddresses,
  countOverlap,
  firstEndingAtOrAfter,
} from './net/setQueries.ts';
export {
  describeParameters,
  type ParameterDescription,
  type ReferenceKind,
  referenceKind,
} from './parameter.ts';
export { streamsOf } from './rng.ts';
export type { Fault } from './rule.ts';
export {
  type AddressOrigin,
  addressesInUse,
  basisOfPlacement,
  movedPlacements,
  type UsedAddress,
  usedAddresses,
} from './run/addressesInUse.ts';
export { type AppliedEntry, lagHoursInTicks } from './run/appliedEntries.ts';
export { type Breakdown, breakDown } from './run/breakdown.ts';
export { type CaughtName, caughtNames } from './run/caughtNames.ts';
export type { Cost, CostFactor, CostTerm } from './run/cost.ts';
export { costsOf } from './run/costs.ts';
export {
  type Explanation,
  explainService,
  type Mercy,
  type StrategyLoss,
  whyItWorks,
} from './run/explain.ts';
export { type AddressReport, listedOfPools, lookUpAddress, type Tenant } from './run/lookUp.ts';
export { type PlaceLoss, type PlaceLosses, placeLosses } from './run/placeLosses.ts';
export { momentOfTick, planRun, tickOf } from './run/plan.ts';
export type { Fact, StoryStep } from './run/recordSchema.ts';
export { type Run, run, runPlaced } from './run/run.ts';
export { runDigest } from './run/runDigest.ts';
export type { Plan } from './run/runState.ts';
export {
  type PlugInEntry,
  type Scenario,
  type ScenarioFile,
  scenarioSchema,
} from './run/scenarioSchema.ts';
export { hitSince, serviceTotals } from './run/serviceHistory.ts';
export { isEver, spanOf } from './run/span.ts';
export { countStaleEntries, type StaleEntries, staleEntries } from './run/staleEntries.ts';
export { storyOf } from './run/story.ts';
export { takenAtListed } from './run/takenAtListed.ts';
export { aucOf, flagProbability, precisionAt } from './strategies/classifierRates.ts';
export { strategies } from './strategies/index.ts';
export { isListedAt, type Listing, listedAt, STILL_LISTED } from './strategies/listingLog.ts';
export { scoresOfProtocols } from './strategies/protocolScores.ts';
export type { Action } from './strategies/strategy.ts';
export { type BreakEven, breakEvenStudy } from './study/breakEven.ts';
export {
  type Conclusion,
  type Flip,
  type Flips,
  flipStudy,
  type Side,
} from './study/conclusion.ts';
export { costIds, countsOf, type Totals } from './study/counts.ts';
export { rulesOf } from './study/drawInputs.ts';
export {
  type Ensemble,
  ensembleSeeds,
  ensembleStudy,
  runEnsemble,
} from './study/ensemble.ts';
export {
  type EqualTo,
  equalEffectStudy,
  equalToStudy,
  type Goal,
  type Lever,
  type Solution,
} from './study/equalEffect.ts';
export { type Input, inputBetween, uncertainInputs, withInputs } from './study/inputs.ts';
export type { ElementaryEffects } from './study/morris.ts';
export { type ParameterRange, parameterRange } from './study/parameterRange.ts';
export { type Point, pointStudy, pointsStudy } from './study/points.ts';
export { type Quantiles, quantilesOf } from './study/quantiles.ts';
export { type Reached, reachStudy } from './study/reach.ts';
export { type GlobalSetting, morrisStudy, sobolStudy } from './study/sensitivity.ts';
export {
  type Path,
  pathText,
  type Setting,
  type Value,
  valueAt,
  withSettings,
} from './study/settings.ts';
export type { SobolIndices } from './study/sobol.ts';
export {
  completeStudy,
  createEvaluator,
  type Job,
  type Study,
} from './study/study.ts';
export { type Axis, evenSteps, gridOf, sweepStudy } from './study/sweep.ts';
export { together } from './study/together.ts';
export { type Tornado, type TornadoBar, tornadoStudy } from './study/tornado.ts';
export { type FrontierPoint, frontierStudy, type Goals, paretoFront } from './study/tradeoff.ts';
export { type Uncertainty, uncertaintyStudy } from './study/uncertainty.ts';
export type { VarianceSplit } from './study/variance.ts';
export { formatMoment, parseMoment } from './time.ts';
export { orderOfNeed } from './world/compileNeeds.ts';
export { addressesOfPlacement, type PlacedWorld, placeServices } from './world/placeServices.ts';
export type { World } from './world/world.ts';
export { worldChangesSchema } from './world/worldChanges.ts';
export { FORMAT_VERSION, type Source, type WorldFile, worldSchema } from './world/worldSchema.ts';
