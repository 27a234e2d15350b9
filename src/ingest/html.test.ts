import { describe, expect, test } from 'vitest'
import { all } from '../../test/memory-files.js'
import { html } from './html.js'

const PARAGRAPHS = `
  <p>The army entered the eastern districts of the city on Tuesday, an officer said, after three weeks of fighting in the villages around it.</p>
  <p>At least 12 people were killed &amp; 40 wounded, according to a doctor at the main hospital who asked not to be named.</p>`
const TEXT = `The army entered the eastern districts of the city on Tuesday, an officer said, after three weeks of fighting in the villages around it.
At least 12 people were killed & 40 wounded, according to a doctor at the main hospital who asked not to be named.`

const pageOf = ({ head = '', body = `<article><h1>Army enters city</h1>${PARAGRAPHS}</article>` }) =>
  `<!DOCTYPE html><html lang="en"><head><title>Army enters city | Tigris Wire</title>${head}</head><body>
   <nav><a href="/">Home</a> <a href="/world">World</a></nav>${body}<footer>Copyright Tigris Wire. All rights reserved.</footer></body></html>`

const read = async (page: string | Uint8Array) => {
  const [found] = await all(html.read({ file: 'a.html', bytes: typeof page === 'string' ? new TextEncoder().encode(page) : page }))
  return found!
}
const draftOf = async (page: string) => (await read(page)).draft

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('what a page says about itself', () => {
  test('is taken from its JSON-LD', async () => {
    const head = linked({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Army enters city',
          datePublished: '2016-11-03T10:05:00+03:00',
          author: { '@type': 'Person', name: 'Hana Adeyemi' },
          publisher: { '@type': 'Organization', name: 'Tigris Wire' },
        },
      ],
    })
    expect(await draftOf(pageOf({ head }))).toEqual({
      doc: null,
      title: 'Army enters city',
      byline: null,
      publisher: 'Tigris Wire',
      published: '2016-11-03T10:05:00+03:00',
      url: null,
      text: TEXT,
    })
  })

  test('is taken from its meta tags', async () => {
    const head = `<meta property="og:title" content="Army enters city"><meta property="og:site_name" content="Tigris Wire">
      <meta property="article:published_time" content="2016-11-03T10:05:00Z"><meta name="author" content="Hana Adeyemi"><link rel="canonical" href="https://wire.example/a">`
    expect(await draftOf(pageOf({ head }))).toEqual({
      doc: null,
      title: 'Army enters city',
      byline: 'Hana Adeyemi',
      publisher: 'Tigris Wire',
      published: '2016-11-03T10:05:00Z',
      url: 'https://wire.example/a',
      text: TEXT,
    })
  })

  test.each([
    ['<meta name="DC.date.issued" content="2016-11-03">', '2016-11-03'],
    ['<meta name="pubdate" content="Thu, 03 Nov 2016 10:05:00 GMT">', '2016-11-03T10:05:00Z'],
    ['<meta itemprop="datePublished" content="2016-11-03">', '2016-11-03'],
    ['<meta name="date" content="03/11/2016">', null],
    ['<meta property="article:modified_time" content="2016-11-03">', null],
    [linked({ '@type': 'ImageObject', datePublished: '2001-01-01' }), null],
    ['<script type="application/ld+json">{broken</script><meta name="date" content="2016-11-03">', '2016-11-03'],
  ])('%s', async (head, published) => expect((await draftOf(pageOf({ head })))?.published).toBe(published))

  test.each([
    '<article><h1>Army enters city</h1><time datetime="2016-11-03T10:05">an hour ago</time>',
    '<header><h1>Army enters city</h1><time datetime="2016-11-03T10:05">3 Nov</time></header><article>',
    '<article><h1>Army enters city</h1><p class="dateline">3 November 2016, 10:05</p>',
  ])('%s', async (begin) => {
    expect(await draftOf(pageOf({ body: `${begin}${PARAGRAPHS}</article>` }))).toMatchObject({
      published: '2016-11-03T10:05',
      byline: null,
    })
  })

  test('a byline and the headline are no part of the text', async () => {
    const body = `<article><h1>Army enters city</h1><p>By Hana Adeyemi in Erbil</p>${PARAGRAPHS}</article>`
    expect(await draftOf(pageOf({ body }))).toMatchObject({ byline: 'Hana Adeyemi in Erbil', title: 'Army enters city', text: TEXT })
  })
})

describe('the text of a page', () => {
  test('has a paragraph a line, as a browser sets it, without captions', async () => {
    const body = `<article><p>The <b>army</b>\n   <a href="/x">entered</a>&nbsp;the city<span>,</span> he said.</p><figure><img src="a.jpg"><figcaption>A soldier.</figcaption></figure>
      <blockquote><p>We hold the bridge.</p></blockquote><ul><li>One shell fell.</li><li>Two shells fell.</li></ul>
      <table><tr><td>Killed</td><td>12</td></tr></table><p>It left.<br>It came back.</p><script>var x = 1</script></article>`
    expect((await draftOf(pageOf({ body })))?.text.split('\n')).toEqual([
      'The army entered the city, he said.',
      'We hold the bridge.',
      'One shell fell.',
      'Two shells fell.',
      'Killed',
      '12',
      'It left.',
      'It came back.',
    ])
  })

  test('is found in a page without any structure', async () => {
    expect(
      (await draftOf('The army entered the city on Tuesday night, he said.<br><br>It left the city again on Wednesday, she said.'))?.text,
    ).toBe('The army entered the city on Tuesday night, he said.\nIt left the city again on Wednesday, she said.')
  })
})

test('the encoding that a page declares is believed where it is not UTF-8', async () => {
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="windows-1251"></head><body><article><p>The town is '),
    Buffer.from([0xca, 0xe8, 0xe5, 0xe2]),
    Buffer.from(' in Russian, he said.</p></article></body></html>'),
  ])
  const { draft, problems } = await read(page)
  expect(draft?.text).toBe('The town is Киев in Russian, he said.')
  expect(problems).toEqual([])
})
