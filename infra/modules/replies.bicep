// What people send to the school's number by SMS comes to the app: a check-in, or a call for help.
param tags object
param suffix string
param domain string
param accountId string
@secure()
param smsKey string

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: 'sms-homeward-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    source: accountId
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource received 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'received'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Communication.SMSReceived'] }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${domain}/api/sms'
        // An SMS that waits for others is a check-in that comes late.
        maxEventsPerBatch: 1
        deliveryAttributeMappings: [
          {
            name: 'Authorization'
            type: 'Static'
            properties: { value: 'Bearer ${smsKey}', isSecret: true }
          }
        ]
      }
    }
    // While the app or its database is away. It counts from when it was sent.
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
}
