export default function View() {
  return <p className="waiting">…</p>
}
