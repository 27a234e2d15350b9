/** Fields that a profile can name; the server's schema has the same. */
export const PUBLISHABLE = [
  'type', 'mode', 'status', 'negated', 'background', 'certainty', 'confidence', 'verdict', 'time', 'place', 'coordinates', 'actors', 'recipients',
  'figures', 'attribution', 'publisher', 'title', 'url', 'published', 'words', 'origins', 'codes',
] as const // biome-ignore format: a list

/** Formats that a profile can name, in words. */
export const FORMATS = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['hxl', 'CSV with HXL tags'],
  ['acled', 'CSV as ACLED'],
  ['ged', 'CSV as UCDP GED'],
  ['geojson', 'GeoJSON'],
  ['parquet', 'Parquet'],
] as const
