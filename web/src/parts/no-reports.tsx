import { Empty } from './states.js'

/** What to do with a record that has nothing in it. */
export const NoReports = () => (
  <Empty title="No reports yet">
    <p>A record begins with reports: news texts as pages, plain text, archives or tables.</p>
    <ol>
      <li>Drop files or a folder onto this window, or use “Add reports”.</li>
      <li>
        Or in a terminal: <code>herodot add FOLDER</code>
      </li>
    </ol>
    <p>Every claim that is found stays tied to its words, so that you can check it.</p>
  </Empty>
)
