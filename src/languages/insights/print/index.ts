import type { Command, Query, Source } from '../ast.ts'
import { entryOf } from '../command/index.ts'
import { printText } from './expression.ts'

/** A query in the house's layout: one command a line. */
export function print(query: Query): string {
  const stages = [...(query.source === undefined ? [] : [printSource(query.source)]), ...query.commands.map(printCommand)]
  return stages.join('\n| ')
}

function printSource({ groups, selectors, isSelection, options }: Source): string {
  const written = Object.entries(selectors).filter(([name]) => name !== 'datasource')
  const selection = `logGroups(${written.map(([name, values]) => `${selectorNames[name] ?? name}: ${printList(values)}`).join(', ')})`
  const sources = selectors['datasource'] === undefined ? [] : [`dataSource(${printList(selectors['datasource'])})`]
  const from = [...sources, ...(isSelection ? [selection] : groups.length > 0 ? [groups.map(printText).join(', ')] : [])]
  return ['SOURCE', ...from, ...Object.entries(options).map(([name, option]) => `${name}=${option?.value}`)].join(' ')
}

const selectorNames: Readonly<Record<string, string>> = {
  nameprefix: 'namePrefix',
  accountidentifiers: 'accountIdentifiers',
  accountidentifier: 'accountIdentifier',
  loggroupclass: 'logGroupClass',
}

const printList = (values: readonly string[]): string => `[${values.map(printText).join(', ')}]`

const printCommand = (command: Command): string => entryOf(command.kind).print(command)
