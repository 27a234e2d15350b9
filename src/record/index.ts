export { type AddEvent, type AddOptions, addReports, ingestWithBytes } from './add.js'
export {
  type ClaimKey,
  CORRECTABLE,
  type CorrectableField,
  DECISION_KINDS,
  type Decision,
  type DecisionKind,
  type DecisionRole,
  type DecisionTarget,
  type Ruling,
  type Sides,
  VERDICTS,
  type Verdict,
} from './decision.js'
export {
  type AuthorState,
  claimBy,
  decide,
  decisionsOf,
  exportDecisions,
  importDecisions,
  listDecisions,
  pendingDecisions,
} from './decisions.js'
export { type DiffOptions, diffCodings } from './diff.js'
export { RecordError, type RecordErrorCode } from './errors.js'
export { claimId, incidentId, reportId } from './ids.js'
export { keptApart } from './incident-rulings.js'
export { claimsToLink, type LinkClaim, type LinkReport, type Links, replaceLinks, reportsToLink } from './links.js'
export { findActors } from './query/actors.js'
export { changes } from './query/changes.js'
export { claimsById, countClaims, eachClaim, findClaims } from './query/claims.js'
export type { Filters, Found, Order, Page, PlaceFilter, TypeFilter } from './query/filters.js'
export { countIncidents, findIncidents } from './query/incidents.js'
export { findPairs, type IncidentPair } from './query/pairs.js'
export { findPlaces } from './query/places.js'
export { countReports, findReports, rawBytes, reportText } from './query/reports.js'
export type {
  Account,
  ActorRow,
  Changes,
  ClaimRow,
  Coding,
  CodingDiff,
  Contradiction,
  Evidence,
  IncidentRow,
  LinkReason,
  OriginRef,
  Pending,
  PlaceRef,
  PlaceRow,
  ReportRow,
  Summary,
  Thing,
  TimelineBin,
  Why,
} from './query/rows.js'
export { accountsOf, showThing } from './query/show.js'
export { summary } from './query/summary.js'
export { timeline } from './query/timeline.js'
export { WHY_FIELDS, why } from './query/why.js'
export { countStale, type RecodeOptions, recodeReports } from './recode.js'
export { Record, type RecordOptions } from './record.js'
export { type Redaction, redact } from './redact.js'
export { relink } from './relink.js'
export { type Stored, storeReading } from './store.js'
