// A second way out, beside Teams: alarms by SMS and e-mail. A number is bought for it, or a mail domain connected, in the portal.
param tags object
param suffix string
param dataLocation string
param principalId string

resource account 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: 'acs-homeward-${suffix}'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

// Communication and Email Service Owner: there is no lesser role that may send.
var sender = '09976791-48a7-449e-bb21-39d1a415f350'

resource maySend 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, sender)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', sender)
  }
}

output id string = account.id
output endpoint string = 'https://${account.properties.hostName}'
