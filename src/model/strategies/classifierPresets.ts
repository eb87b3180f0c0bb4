// Traffic classifiers of the literature with their published error rates: data, and where each point lies.

/** Shares of flows, above 0 and below 1. */
export interface OperatingPoint {
  /** Flows of the hunted protocols that are flagged. */
  readonly truePositiveRate: number;
  /** All other flows that are flagged. */
  readonly falsePositiveRate: number;
}

export interface ClassifierPreset {
  readonly id: string;
  readonly title: string;
  /** Trained and tested on traffic of the same kind. */
  readonly laboratory?: OperatingPoint;
  /** On traffic of a live network, or of systems that it was not trained on. */
  readonly field?: OperatingPoint;
  /** Paper, venue, year. */
  readonly source: string;
  /** What the figures are, and which of them are not published but assumed or derived. */
  readonly note: string;
}

const openVpn = 'OpenVPN is Open to VPN Fingerprinting (USENIX Security 2022)';
const obfuscation = 'Seeing through Network-Protocol Obfuscation (ACM CCS 2015)';

/**
 * What became of classifiers that met other operating systems than those they were trained on: the
 * one published fall with both rates. 'Seeing through Network-Protocol Obfuscation' (ACM CCS 2015).
 */
export const movedConditions: OperatingPoint = { truePositiveRate: 0.52, falsePositiveRate: 0.12 };

export const classifierPresets = [
  {
    id: 'signature-and-probe',
    title: 'Signature + probe',
    field: { truePositiveRate: 0.859, falsePositiveRate: 3.9e-5 },
    source: openVpn,
    note: 'At a provider with a million users, 1,718 of 2,000 plain OpenVPN flows were found; 0.0039 % is the upper bound for other flows.',
  },
  {
    id: 'signature-and-probe-obfuscated',
    title: 'Signature + probe, obfuscated target',
    field: { truePositiveRate: 0.67, falsePositiveRate: 3.9e-5 },
    source: openVpn,
    note: 'The same system against obfuscated OpenVPN: over two thirds were found, so the rate is a lower bound.',
  },
  {
    id: 'behaviour',
    title: 'Behaviour of a tunnel',
    field: { truePositiveRate: 0.9, falsePositiveRate: 0.0011 },
    source: 'Detecting VPN Traffic through Encapsulated TCP Behavior (FOCI 2024)',
    note: 'The 0.11 % of other flows is published; the true-positive rate is assumed.',
  },
  {
    id: 'entropy',
    title: 'Entropy of the first packet',
    laboratory: { truePositiveRate: 0.9995, falsePositiveRate: 0.002 },
    source: obfuscation,
    note: 'Against obfs3 and obfs4. All were found; a score on a bell curve needs a rate below 1, so the least rate that rounds to 1.000 is taken.',
  },
  {
    id: 'looks-random',
    title: 'Looks random',
    field: { truePositiveRate: 0.9974, falsePositiveRate: 0.006 },
    source:
      'How the Great Firewall of China Detects and Blocks Fully Encrypted Traffic (USENIX Security 2023)',
    note: 'The 0.6 % of ordinary connections is measured. The true-positive rate is derived: of long random first packets the rule exempts chiefly those whose first six bytes are printable, (95/256)⁶ = 0.26 %.',
  },
  {
    id: 'machine-learning',
    title: 'Machine learning',
    laboratory: { truePositiveRate: 0.9, falsePositiveRate: 0.014 },
    source: `Earlier classifiers, as reported in ${openVpn}`,
    note: 'Published are 1.4–5.5 % of other flows; the lower end is taken. The true-positive rate is assumed.',
  },
  {
    id: 'decision-trees',
    title: 'Decision trees',
    laboratory: { truePositiveRate: 0.98, falsePositiveRate: 0.0002 },
    field: movedConditions,
    source: obfuscation,
    note: 'Against meek, on the kind of traffic that it was trained on; in the field: moved to other operating systems.',
  },
  {
    id: 'machine-learning-moved',
    title: 'Machine learning, moved',
    field: movedConditions,
    source: obfuscation,
    note: 'Classifiers that were trained on one operating system and met another.',
  },
] as const satisfies readonly ClassifierPreset[];

export type PresetId = (typeof classifierPresets)[number]['id'];

/** Both points of a classifier, the missing one filled in. */
export interface Conditions {
  readonly laboratory: OperatingPoint;
  readonly field: OperatingPoint;
}

/** Where only field figures are published, a laboratory point better than they are is not invented. */
export function conditionsOf(preset: Omit<ClassifierPreset, 'id' | 'title'>): Conditions {
  const laboratory = preset.laboratory ?? preset.field;
  if (!laboratory) throw new Error(`"${preset.source}" gives no operating point`);
  return { laboratory, field: preset.field ?? fallenFrom(laboratory) };
}

/** The published fall; a classifier that is no better than that already does not gain by it. */
export function fallenFrom({
  truePositiveRate,
  falsePositiveRate,
}: OperatingPoint): OperatingPoint {
  return {
    truePositiveRate: Math.min(truePositiveRate, movedConditions.truePositiveRate),
    falsePositiveRate: Math.max(falsePositiveRate, movedConditions.falsePositiveRate),
  };
}
