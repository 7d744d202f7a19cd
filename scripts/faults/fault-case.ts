/** What one kind of fault did to the library, over all the times that it was tried. */
export interface FaultResult {
  tried: number;
  /** Papers, sightings or words that were there or promised, and are not. */
  lost: number;
  /** Papers or sightings that are there twice. */
  duplicated: number;
  /** Captures, upgrades or imports of which a part was done and the rest not. */
  partial: number;
  /** What else did not hold, a sentence each. */
  failures: string[];
  /** Figures worth printing, such as times. */
  note?: string;
}

/** One kind of fault. A case passes when nothing was lost, duplicated or partial and nothing else failed. */
export interface FaultCase {
  name: string;
  /** @param long the long form, for a release; else the short one, for every change */
  run(options: { long: boolean; say: (line: string) => void }): Promise<FaultResult>;
}
