// Everything in the resource group, and who may do what to what.
param location string
param tags object
param suffix string
param alertEmail string
param alertPhone string
param alertPhoneCountry string
@secure()
param heartbeatUrl string
param restored string
param phones string
param phonesData string
param smsFrom string
@secure()
param smsKey string
param emailFrom string
param instanceMemory int
param sweepAudience string
@secure()
param sweepToken string

// The bot's identity is the app's: what it may do is listed below, and it has no password.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-homeward-${suffix}'
  location: location
  tags: tags
}

// The second waker's own. It may do nothing but ask for tokens that the app takes.
resource waking 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-homeward-waker-${suffix}'
  location: location
  tags: tags
}

module watch 'watch.bicep' = {
  name: 'watch'
  params: {
    location: location
    tags: tags
    suffix: suffix
  }
}

module data 'data.bicep' = {
  name: 'data'
  params: {
    location: location
    tags: tags
    suffix: suffix
    restored: restored
    principalId: identity.properties.principalId
  }
}

module second 'phones.bicep' = if (phones == 'yes') {
  name: 'phones'
  params: {
    tags: tags
    suffix: suffix
    dataLocation: phonesData
    principalId: identity.properties.principalId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    location: location
    tags: tags
    suffix: suffix
    identityId: identity.id
    identityClientId: identity.properties.clientId
    identityPrincipalId: identity.properties.principalId
    cosmosEndpoint: data.outputs.endpoint
    insightsConnection: watch.outputs.insightsConnection
    insightsName: watch.outputs.insightsName
    heartbeatUrl: heartbeatUrl
    communicationEndpoint: phones == 'yes' ? second.outputs.endpoint : ''
    smsFrom: smsFrom
    smsKey: smsKey
    emailFrom: emailFrom
    instanceMemory: instanceMemory
    sweepAudience: sweepAudience
    sweepCaller: waking.properties.principalId
    sweepToken: sweepToken
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    tags: tags
    suffix: suffix
    domain: app.outputs.domain
    identityId: identity.id
    identityClientId: identity.properties.clientId
  }
}

// Azure asks the app whether it may deliver there, so this comes when the app has been deployed once: with the key.
module replies 'replies.bicep' = if (phones == 'yes' && !empty(smsKey)) {
  name: 'replies'
  params: {
    tags: tags
    suffix: suffix
    domain: app.outputs.domain
    accountId: phones == 'yes' ? second.outputs.id : ''
    smsKey: smsKey
  }
}

module waker 'waker.bicep' = {
  name: 'waker'
  params: {
    location: location
    tags: tags
    suffix: suffix
    domain: app.outputs.domain
    identityId: waking.id
    audience: sweepAudience
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    suffix: suffix
    domain: app.outputs.domain
    insightsId: watch.outputs.insightsId
    workspaceId: watch.outputs.workspaceId
    wakerId: waker.outputs.id
    alertEmail: alertEmail
    alertPhone: alertPhone
    alertPhoneCountry: alertPhoneCountry
  }
}

output botId string = identity.properties.clientId
output domain string = app.outputs.domain
output cosmosEndpoint string = data.outputs.endpoint
