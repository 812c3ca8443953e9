using S3Gen.Conformance.Running;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
