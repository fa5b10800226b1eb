// A second, independent waker: the timers of a function app have been known to stop silently while everything else went on.
param location string
param tags object
param suffix string
param domain string
@secure()
param sweepToken string

resource waker 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'logic-homeward-${suffix}'
  location: location
  tags: tags
  properties: {
    state: 'Enabled'
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        token: { type: 'securestring' }
      }
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
            headers: { authorization: '@{concat(\'Bearer \', parameters(\'token\'))}' }
            retryPolicy: { type: 'fixed', count: 2, interval: 'PT10S' }
          }
          // The token stands in no run history.
          runtimeConfiguration: { secureData: { properties: ['inputs'] } }
        }
      }
    }
    parameters: {
      token: { value: sweepToken }
    }
  }
}

output id string = waker.id
