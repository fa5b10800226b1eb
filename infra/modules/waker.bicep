// A second, independent waker: the timers of a function app have been known to stop silently while everything else went on.
param location string
param tags object
param suffix string
param domain string
param identityId string
param audience string

resource waker 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'logic-homeward-${suffix}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    state: 'Enabled'
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      triggers: {
        everyMinute: {
          type: 'Recurrence'
          recurrence: { frequency: 'Minute', interval: 1 }
        }
      }
      actions: {
        sweep: {
          type: 'Http'
          inputs: {
            method: 'POST'
            uri: 'https://${domain}/api/sweep'
            authentication: {
              type: 'ManagedServiceIdentity'
              identity: identityId
              audience: audience
            }
            retryPolicy: { type: 'fixed', count: 2, interval: 'PT10S' }
          }
        }
      }
    }
  }
}

output id string = waker.id
