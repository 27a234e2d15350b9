import { FAMILIES, FAMILY } from '../claims/family.js'
import { Dialog } from './dialog.js'
import { FamilyMark } from './marks.js'

const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['1 … 9', 'go to a view'],
      ['?', 'this list'],
      ['Esc', 'close, or leave off'],
    ],
  ],
  [
    'Reading',
    [
      ['j', 'next claim'],
      ['k', 'previous claim'],
      ['c', 'cover or uncover violent passages'],
      ['x', 'remove words for good'],
    ],
  ],
  [
    'Reviewing',
    [
      ['a', 'accept'],
      ['r', 'reject'],
      ['h', 'hold'],
      ['e', 'correct a field'],
      ['m', 'add a claim that was missed'],
      ['u', 'undo the last decision'],
    ],
  ],
  [
    'Choosing words',
    [
      ['← →', 'move by words'],
      ['↑ ↓', 'move by ten words'],
      ['Shift + arrow', 'take more words'],
      ['Enter', 'take them'],
      ['Esc', 'leave off'],
    ],
  ],
  [
    'Pairs of incidents',
    [
      ['y', 'the same happening'],
      ['n', 'different ones'],
      ['h', 'cannot tell'],
    ],
  ],
]

export const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Keys and signs" onClose={onClose}>
    <div className="help">
      {KEYS.map(([title, keys]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, act]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{act}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>Families of claims</h3>
        <dl>
          {FAMILIES.map((family) => (
            <div key={family}>
              <dt>
                <FamilyMark family={family} /> {FAMILY[family].name}
              </dt>
              <dd>{FAMILY[family].about}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  </Dialog>
)
