/** One wire agency and the ways its name is printed in credits. */
export interface AgencyName {
  id: string;
  /** Case matters for names in capitals of three letters or less; regular expression source, whole words. */
  names: string[];
}

/** Agencies whose copy the European press prints. */
export const AGENCIES: readonly AgencyName[] = [];
