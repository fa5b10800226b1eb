// Homeward in one resource group. Nothing here is a secret that anybody has to keep: the function app, the database and the bot
// know each other by one managed identity.
targetScope = 'subscription'

@description('Of the azd environment; part of every name.')
@minLength(1)
@maxLength(24)
param environmentName string

@description('Where everything is. A region with Flex Consumption, near the schools.')
param location string

@description('Where alerts go that must reach somebody outside Teams.')
param alertEmail string

@description('A mobile number for the same alerts, digits only, with its country code apart; empty for none.')
param alertPhone string = ''

@description('Country code of alertPhone.')
param alertPhoneCountry string = '44'

@description('Pinged while all is well; an address of a service that tells somebody when it stops. Empty for none.')
@secure()
param heartbeatUrl string = ''

@description('End of the name of a database account that was restored, such as -2; empty for the first one.')
@maxLength(4)
param restored string = ''

@description('Whether to make an Azure Communication Services account, for a second way out: by SMS, e-mail or both.')
@allowed(['no', 'yes'])
param phones string = 'no'

@description('Where that account keeps what it keeps, such as UK or Europe.')
param phonesData string = 'UK'

@description('The number or name of that account that alarms by SMS come from; empty for none.')
param smsFrom string = ''

@description('What Event Grid shows when it brings an SMS that was sent to that number; empty where none is to be taken.')
@secure()
param smsKey string = ''

@description('The address that alarms by e-mail come from; empty for none.')
param emailFrom string = ''

@description('MB for each instance. Homeward holds some 170 MB; take more for hundreds of schools.')
@allowed([512, 2048, 4096])
param instanceMemory int = 512

@description('App id of the registration that the second waker asks its tokens for.')
param sweepAudience string

@description('What a scheduler outside Azure shows to make the app sweep; empty for none. The one in Azure needs no secret.')
@secure()
param sweepToken string = ''

var tags = { 'azd-env-name': environmentName }
var suffix = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module homeward 'modules/homeward.bicep' = {
  name: 'homeward'
  scope: group
  params: {
    location: location
    tags: tags
    suffix: suffix
    alertEmail: alertEmail
    alertPhone: alertPhone
    alertPhoneCountry: alertPhoneCountry
    heartbeatUrl: heartbeatUrl
    restored: restored
    phones: phones
    phonesData: phonesData
    smsFrom: smsFrom
    smsKey: smsKey
    emailFrom: emailFrom
    instanceMemory: instanceMemory
    sweepAudience: sweepAudience
    sweepToken: sweepToken
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output BOT_ID string = homeward.outputs.botId
output BOT_DOMAIN string = homeward.outputs.domain
output COSMOS_ENDPOINT string = homeward.outputs.cosmosEndpoint
