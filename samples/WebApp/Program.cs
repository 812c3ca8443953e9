using OpenTelemetry.Metrics;
using S3Gen.Extensions;
using S3Gen.WebApp;

// Objects over HTTP: PUT, GET and DELETE /objects/{key} stream through one client from the container.
// The store is the one that AWS_ENDPOINT_URL_S3 names, else a server inside this process.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using Store store = await Store.OpenAsync(builder.Configuration["Bucket"] ?? "s3gen-webapp");
MetricsPage metrics = new();

builder.WebHost.ConfigureKestrel(static server => server.Limits.MaxRequestBodySize = null);
builder.Services.AddSingleton(store);
builder.Services.AddS3Client(builder.Configuration.GetSection("S3"), _ => store.ClientOptions);
builder.Services.AddHealthChecks().AddS3(options: new S3Gen.S3HealthCheckOptions { Bucket = store.Bucket });
builder.Services.AddOpenTelemetry()
    .WithTracing(static tracing => tracing.AddS3GenInstrumentation())
    .WithMetrics(meters => meters.AddS3GenInstrumentation().AddInMemoryExporter(metrics.Metrics));

WebApplication app = builder.Build();
await store.CreateBucketAsync(app.Services.GetRequiredService<S3Gen.IS3Client>());
app.MapHealthChecks("/health");
app.MapGet("/metrics", (MeterProvider provider) => metrics.Render(provider));
app.MapPut("/objects/{**key}", ObjectEndpoints.PutAsync);
app.MapGet("/objects/{**key}", ObjectEndpoints.GetAsync);
app.MapDelete("/objects/{**key}", ObjectEndpoints.DeleteAsync);
await app.RunAsync();
