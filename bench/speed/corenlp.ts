import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As near as the pipeline comes to what Herodot reads: names, grammar, who is who, and who says what. */
export const ANNOTATORS = 'tokenize,pos,lemma,ner,parse,coref,quote'

/**
 * Milliseconds that Stanford CoreNLP takes to annotate texts in one thread, loading its models not counted.
 * Its jars are in `CORENLP_HOME` (see bench/reference/corenlp/pom.xml); null where that is not set.
 */
export const corenlpTime = (texts: readonly string[], home = process.env.CORENLP_HOME): number | null => {
  if (home === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'herodot-corenlp-'))
  try {
    const files = texts.map((_, i) => join(folder, `${i}.txt`))
    files.forEach((file, i) => {
      writeFileSync(file, texts[i]!)
    })
    const list = join(folder, 'list')
    writeFileSync(list, files.join('\n'))
    const java = ['-Xmx4g', '-cp', join(home, '*'), 'edu.stanford.nlp.pipeline.StanfordCoreNLP', '-annotators', ANNOTATORS]
    const { status, stdout, stderr } = spawnSync(
      'java',
      [...java, '-threads', '1', '-filelist', list, '-outputFormat', 'json', '-outputDirectory', folder],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    const seconds = [...`${stdout}\n${stderr}`.matchAll(/^Annotating file .* done \[([\d.]+) sec\]/gm)].map(([, time]) => Number(time))
    if (status !== 0 || seconds.length !== texts.length) throw new Error(`CoreNLP did not annotate all texts: ${stderr}`)
    return 1000 * seconds.reduce((sum, time) => sum + time, 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
