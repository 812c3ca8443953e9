Console.WriteLine("S3Gen");
