using S3Cli.App;

using Interruption interruption = new();
return await new CommandLineApp(SystemHost.Create()).RunAsync(args, interruption.Token);
