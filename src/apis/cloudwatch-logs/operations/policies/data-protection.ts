import { invalidParameter } from '../../api-error.ts'
import { logGroupIdentifier, required } from '../../members.ts'
import { operation } from '../../operation.ts'
import { readDataProtectionPolicy } from '../../policies/data-protection-policy.ts'
import { groupNameOf, requireGroup } from '../../resource-name.ts'

const LONGEST_DOCUMENT = 30_720
const ofGroup = { logGroupIdentifier: { ...logGroupIdentifier, ...required } } as const

const putDataProtectionPolicy = operation(
  'PutDataProtectionPolicy',
  { ...ofGroup, policyDocument: { type: 'string', required: true } },
  async ({ logGroupIdentifier: identifier, policyDocument: document }, context) => {
    const group = requireGroup(context, groupNameOf(identifier))
    if (group.logGroupClass !== 'STANDARD') throw invalidParameter('Only log groups of the Standard class have data protection policies.')
    if (document.length > LONGEST_DOCUMENT)
      throw invalidParameter(`A policy document has at most ${LONGEST_DOCUMENT} characters, this one has ${document.length}.`)
    const { mask, find, findingsGroup } = await readDataProtectionPolicy(document)
    if (findingsGroup !== undefined) requireGroup(context, findingsGroup)
    const lastUpdatedTime = context.clock.now()
    group.masking.put({ document, lastUpdatedTime, mask, find, findingsGroup }, group.nextArrival)
    return { logGroupIdentifier: identifier, policyDocument: document, lastUpdatedTime }
  },
)

/** A group without a policy answers with its name alone. */
const getDataProtectionPolicy = operation('GetDataProtectionPolicy', ofGroup, ({ logGroupIdentifier: identifier }, context) => {
  const { policy } = requireGroup(context, groupNameOf(identifier)).masking
  return { logGroupIdentifier: identifier, policyDocument: policy?.document, lastUpdatedTime: policy?.lastUpdatedTime }
})

const deleteDataProtectionPolicy = operation('DeleteDataProtectionPolicy', ofGroup, (input, context) => {
  const group = requireGroup(context, groupNameOf(input.logGroupIdentifier))
  group.masking.end(group.nextArrival)
  return undefined
})

export const dataProtectionOperations = [putDataProtectionPolicy, getDataProtectionPolicy, deleteDataProtectionPolicy]
