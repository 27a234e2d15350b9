import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import './design/tokens.css'
import './design/base.css'
import './design/parts.css'
import './design/overview.css'
import './design/review.css'
import './design/views.css'
import { followLinks } from './url.js'

addEventListener('click', followLinks)
createRoot(document.getElementById('root')!).render(<App />)
