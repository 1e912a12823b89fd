// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// driftscope-fake-tool MODE [ARGUMENTS]: a tool that fails in one chosen way. Plain POSIX, so that nothing of Qt
// softens what the tests are about. Arguments after the mode's own are ignored, so it can stand in for hb_mapper too.
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

using Arguments = std::vector<std::string>;

std::string argument(const Arguments& arguments, std::size_t index, const char* fallback)
{
    return index < arguments.size() ? arguments[index] : fallback;
}

void sleepMilliseconds(int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

[[noreturn]] void sleepForEver()
{
    for (;;)
        sleepMilliseconds(1000);
}

int exitWith(const Arguments& arguments)
{
    return std::stoi(argument(arguments, 0, "0"));
}

int crash(const Arguments& /*arguments*/)
{
    std::cout << "ERROR about to crash" << std::endl;
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    return 0;
}

int hang(const Arguments& /*arguments*/)
{
    std::signal(SIGTERM, SIG_IGN);
    std::cout << "hanging" << std::endl;
    sleepForEver();
}

/// Forks a child that keeps running, prints its id. With `leave` the parent exits at once.
int forkChild(const Arguments& arguments)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (argument(arguments, 1, "") == "stubborn")
            std::signal(SIGTERM, SIG_IGN);
        sleepForEver();
    }
    std::cout << "child " << child << std::endl;
    if (argument(arguments, 0, "stay") == "leave")
        return 0;
    sleepForEver();
}

int printForEver(const Arguments& /*arguments*/)
{
    for (long line = 0;; ++line)
        std::cout << "line " << line << '\n';
}

/// A UTF-8 text in pieces of one byte, and a last line without its end.
int printPartially(const Arguments& /*arguments*/)
{
    const std::string text = "first \xe5\xb1\x82\r\nprogress 1\rprogress 2\r\n\n\x1b[31mred\x1b[0m\nlast";
    for (const char byte : text) {
        std::cout << byte << std::flush;
        sleepMilliseconds(2);
    }
    return 0;
}

int printLongLine(const Arguments& arguments)
{
    const auto size = static_cast<std::size_t>(std::stoul(argument(arguments, 0, "3000000")));
    std::cout << std::string(size, 'x') << "\nend\n";
    return 0;
}

int printBoth(const Arguments& /*arguments*/)
{
    std::cout << "to output" << std::endl;
    std::cerr << "to errors" << std::endl;
    return 0;
}

/// log FILE [MILLISECONDS PER LINE [EXIT CODE]]
int printLog(const Arguments& arguments)
{
    std::ifstream file(argument(arguments, 0, ""), std::ios::binary);
    if (!file)
        return 66;
    const int delay = std::stoi(argument(arguments, 1, "0"));
    for (std::string line; std::getline(file, line);) {
        std::cout << line << '\n';
        if (delay > 0) {
            std::cout << std::flush;
            sleepMilliseconds(delay);
        }
    }
    std::cout << std::flush;
    return std::stoi(argument(arguments, 2, "0"));
}

int printPlace(const Arguments& /*arguments*/)
{
    std::vector<char> folder(4096);
    std::cout << (::getcwd(folder.data(), folder.size()) != nullptr ? folder.data() : "?") << '\n';
    const char* value = std::getenv("DRIFTSCOPE_FAKE");
    std::cout << (value != nullptr ? value : "unset") << '\n';
    std::string typed;
    std::cout << (std::getline(std::cin, typed) ? "input" : "no input") << '\n';
    return 0;
}

/// The value after `key` on the first line that begins with it, quotes and blanks removed.
std::string valueOf(std::istream& text, const std::string& key)
{
    for (std::string line; std::getline(text, line);) {
        const std::size_t at = line.find(key);
        if (at == std::string::npos)
            continue;
        std::string value;
        for (const char c : line.substr(at + key.size())) {
            if (std::strchr(" '\"", c) == nullptr)
                value += c;
        }
        return value;
    }
    return {};
}

/// mapper EXIT-CODE makertbin --config FILE …: writes the files of a run into the config's working_dir.
int pretendToCompile(const Arguments& arguments)
{
    std::string config;
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == "--config")
            config = arguments[i + 1];
    }
    std::ifstream forFolder(config);
    const std::string folder = valueOf(forFolder, "working_dir:");
    std::ifstream forPrefix(config);
    std::string prefix = valueOf(forPrefix, "output_model_file_prefix:");
    if (prefix.empty())
        prefix = "model";
    std::cout << "2021-04-20 17:06:19,000 INFO Start to calibrate the model.\n"
                 "2021-04-20 17:06:20,500 INFO End to calibrate the model.\n"
                 "2021-04-20 17:06:20,600 WARNING nothing was really compiled\n";
    std::ofstream(folder + "/" + prefix + "_quantized_model.onnx") << "quantized";
    std::ofstream(folder + "/" + prefix + ".bin") << "board";
    std::cout << "2021-04-20 17:06:20,700 INFO Convert to runtime bin file successfully!" << std::endl;
    return std::stoi(argument(arguments, 0, "0"));
}

/// The value of --config.
std::string configOf(const Arguments& arguments)
{
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == "--config")
            return arguments[i + 1];
    }
    return {};
}

/// Begins to write stages and then does what is told: `hang`, `crash`, or `full` for a disk without room.
int breakWhileWriting(const Arguments& arguments)
{
    std::ifstream config(configOf(arguments));
    const std::string folder = valueOf(config, "working_dir:");
    // Field 7 of 9 bytes, whole, and one of 100 bytes that is cut off.
    std::ofstream(folder + "/model_original_float_model.onnx") << "\x3a\x09quantized" << std::flush;
    std::ofstream(folder + "/model_quantized_model.onnx") << "\x3a\x64quantized" << std::flush;
    const std::string how = argument(arguments, 0, "hang");
    if (how == "crash")
        return crash(arguments);
    if (how == "hang")
        return hang(arguments);
    std::ofstream full("/dev/full");
    full << "more" << std::flush;
    if (full)
        return 0;
    std::cout << "2025-01-01 00:00:00,000 ERROR " << std::strerror(errno) << std::endl;
    return 1;
}

/// flood BYTES: so much output, then failure.
int flood(const Arguments& arguments)
{
    const std::string line = std::string(1023, 'x') + '\n';
    for (unsigned long long left = std::stoull(argument(arguments, 0, "0")); left >= line.size(); left -= line.size())
        std::cout << line;
    std::cout << std::flush;
    return 3;
}

/// board FOLDER -v|model_info|infer …: says its version, prints FOLDER/model_info.txt, or copies FOLDER/dumps/* to
/// where it stands.
int pretendToBeABoard(const Arguments& arguments)
{
    const std::string folder = argument(arguments, 0, ".");
    if (argument(arguments, 1, "") == "-v") {
        std::cout << "[DNN] Runtime version = 1.24.5_(3.15.55 HBRT)\n";
        return 0;
    }
    if (argument(arguments, 1, "") == "model_info")
        return printLog({folder + "/model_info.txt"});
    std::filesystem::copy(folder + "/dumps", ".",
                          std::filesystem::copy_options::overwrite_existing | std::filesystem::copy_options::recursive);
    for (const std::string& option : arguments)
        std::cout << option << '\n';
    return 0;
}

const std::map<std::string, int (*)(const Arguments&)> modes{
    {"exit", exitWith},
    {"crash", crash},
    {"hang", hang},
    {"fork", forkChild},
    {"endless", printForEver},
    {"partial", printPartially},
    {"long", printLongLine},
    {"both", printBoth},
    {"log", printLog},
    {"place", printPlace},
    {"mapper", pretendToCompile},
    {"board", pretendToBeABoard},
    {"writing", breakWhileWriting},
    {"flood", flood},
};

} // namespace

int main(int argc, char** argv)
{
    const Arguments all(argv + 1, argv + argc);
    const auto mode = all.empty() ? modes.end() : modes.find(all.front());
    if (mode == modes.end()) {
        std::cerr << "driftscope-fake-tool: unknown mode\n";
        return 64;
    }
    return mode->second(Arguments(all.begin() + 1, all.end()));
}
