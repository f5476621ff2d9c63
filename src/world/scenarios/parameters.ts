import type { Parameter } from './scenario.ts'

export const from: Parameter = {
  name: 'from',
  says: 'the time of day at which the window begins, instead of the scenario’s own',
  default: '',
  takes: 'clock time',
}

/** Of the practice function. */
export const failure: Parameter = { name: 'failure', says: 'the status code of a failed call', default: 500, takes: 'number' }
export const share: Parameter = { name: 'share', says: 'how many of 100 calls fail', default: 24, takes: 'number' }

/** Of the shop. */
export const rate: Parameter = {
  name: 'rate',
  says: 'orders a second at an ordinary hour; www sees a quarter of it',
  default: 8,
  takes: 'number',
  most: 1000,
}
export const leak: Parameter = {
  name: 'leak',
  says: 'of how many of 100 payments on www the card, the token and the e-mail address are logged',
  default: 16,
  takes: 'number',
}
export const traced: Parameter = { name: 'traced', says: 'how many of 100 calls X-Ray samples', default: 5, takes: 'number' }

/** Of the pipeline. */
export const every = (usual: string): Parameter => ({
  name: 'every',
  says: 'a file each time that long has passed, branch after branch, instead of three a day of every branch before six; up to two minutes they are small ones, which load writes in 300 to 450 ms',
  default: usual,
  takes: 'duration',
})
export const report: Parameter = { name: 'report', says: 'how often report runs', default: '5m', takes: 'duration' }
