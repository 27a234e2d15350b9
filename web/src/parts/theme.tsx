import { useEffect, useState } from 'react'

const ORDER = ['auto', 'light', 'dark'] as const
type Theme = (typeof ORDER)[number]
const SIGNS: { readonly [theme in Theme]: string } = { auto: '◐', light: '○', dark: '●' }

const stored = (): Theme => ORDER.find((theme) => theme === localStorage.getItem('theme')) ?? 'auto'

const apply = (theme: Theme) => {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  dispatchEvent(new Event('themechange'))
}
apply(stored())

/** Light, dark, or as the system has it. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(stored)
  useEffect(() => {
    localStorage.setItem('theme', theme)
    apply(theme)
  }, [theme])
  const next = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length]!
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => setTheme(next)}
      aria-label={`Colours: ${theme}; change to ${next}`}
      title={`Colours: ${theme}`}
    >
      <span aria-hidden="true">{SIGNS[theme]}</span>
    </button>
  )
}
