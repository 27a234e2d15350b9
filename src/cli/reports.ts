import { findReports } from '../record/query/reports.js'
import type { ReportRow } from '../record/query/rows.js'
import { listCommand } from './listing.js'

/** `herodot reports` */
export const reports = listCommand<ReportRow>({
  name: 'reports',
  summary: 'list the reports of a record',
  about: `Lists reports, the latest published first. Filters that speak of claims find the reports with such a claim;
--since, --until and --text speak of the report.`,
  orders: ['newest', 'oldest'],
  find: findReports,
  columns: [
    { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true, only: 'table' },
    { title: 'Id', value: ({ id }) => id, whole: true, only: 'csv' },
    { title: 'Published', value: ({ published }) => published?.slice(0, 16) ?? null, whole: true },
    { title: 'Publisher', value: ({ publisher }) => publisher },
    { title: 'Title', value: ({ title, doc }) => title ?? doc, only: 'table' },
    { title: 'Title', value: ({ title }) => title, only: 'csv' },
    { title: 'Doc', value: ({ doc }) => doc, only: 'csv' },
    { title: 'Url', value: ({ url }) => url, only: 'csv' },
    { title: 'Version', value: ({ version }) => version, right: true },
    { title: 'Claims', value: ({ claims }) => claims, right: true },
    { title: 'Copy of', value: ({ copyOf }) => copyOf?.slice(0, 8) ?? null, only: 'table' },
    { title: 'Copy of', value: ({ copyOf }) => copyOf, only: 'csv' },
    { title: 'Redacted', value: ({ redacted }) => (redacted ? 'yes' : null) },
    { title: 'Added', value: ({ added }) => added, only: 'csv' },
    { title: 'SHA-256', value: ({ sha256 }) => sha256.text, only: 'csv' },
  ],
})
