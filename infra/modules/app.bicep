// The function app on Flex Consumption, and the storage that its host needs.
param location string
param tags object
param suffix string
param identityId string
param identityClientId string
param identityPrincipalId string
param cosmosEndpoint string
param insightsConnection string
param insightsName string
@secure()
param heartbeatUrl string
param communicationEndpoint string
param smsFrom string
@secure()
param smsKey string
param emailFrom string
param sweepAudience string
param sweepCaller string
@secure()
param sweepToken string

param instanceMemory int

var packages = 'packages'

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    // No keys: only the identity.
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }
}

// What was erased is remembered apart from the database, so that no restore brings it back.
resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource erasures 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tables
  name: 'erasures'
}

// Storage Table Data Contributor: reads and writes rows of that table alone.
var rows = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource mayUseRows 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(erasures.id, identityPrincipalId, rows)
  scope: erasures
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', rows)
  }
}

// Storage Blob Data Owner: leases of the timers, and the package.
var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
// Monitoring Metrics Publisher: sends to Application Insights.
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource mayUseBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identityPrincipalId, blobOwner)
  scope: storage
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobOwner)
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityPrincipalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-homeward-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-homeward-${suffix}'
  location: location
  tags: union(tags, { 'azd-service-name': 'homeward' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'node', version: '22' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: 40
        // Flex scales all HTTP functions as one group and each timer by itself: neither presses nor the sweep may start cold.
        alwaysReady: [
          { name: 'http', instanceCount: 1 }
          { name: 'function:sweep', instanceCount: 1 }
        ]
      }
    }
  }

  dependsOn: [storage::blobs::container]

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      AZURE_CLIENT_ID: identityClientId
      MicrosoftAppId: identityClientId
      MicrosoftAppType: 'UserAssignedMsi'
      MicrosoftAppTenantId: tenant().tenantId
      STORE: 'cosmos'
      COSMOS_ENDPOINT: cosmosEndpoint
      ERASURES_URL: storage.properties.primaryEndpoints.table
      SCHOOLS_FILE: './schools.yaml'
      SWEEP_AUDIENCE: sweepAudience
      SWEEP_CALLER: sweepCaller
      SWEEP_TOKEN: sweepToken
      HEARTBEAT_URL: heartbeatUrl
      COMMUNICATION_ENDPOINT: communicationEndpoint
      SMS_FROM: smsFrom
      SMS_KEY: smsKey
      EMAIL_FROM: emailFrom
      LOG_LEVEL: 'warn'
    }
    dependsOn: [mayUseBlobs, mayUseRows, mayPublish]
  }
}

output domain string = app.properties.defaultHostName
